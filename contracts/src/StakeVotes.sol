// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title StakeVotes
/// @notice Votes of staked OPEN, for those who delegate them (to themselves or another), as the token has it for its own. What a stake is
/// worth is counted whenever its holder stakes or unstakes, and whenever anybody asks (`IStaking.count`): after a slash the votes are too
/// many until then.
/// @dev Nobody who does not vote pays for a checkpoint.
abstract contract StakeVotes is Votes {
    mapping(address account => uint256) private _units;

    constructor() EIP712("OpenStaking", "1") {}

    /// @notice Votes are timed by seconds (ERC-6372), as the token's.
    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    function _getVotingUnits(address account) internal view override returns (uint256) {
        return _units[account];
    }

    /// Replaces what one position counts. Also without a delegate: else units of a stake long gone could be delegated again.
    function _recount(address account, uint256 was, uint256 value) internal {
        _units[account] = _units[account] + value - was;
        address delegatee = delegates(account);
        if (value > was) _moveDelegateVotes(address(0), delegatee, value - was);
        else _moveDelegateVotes(delegatee, address(0), was - value);
    }
}
