// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// @title OPEN
/// @notice The network's token: a fixed supply of 10^9 (18 decimals), permit, votes on a timestamp clock. No owner, no mint, no hooks.
/// @dev A balance and its delegate share a slot: a transfer between accounts that delegated nothing reads no more than a plain token's. The
/// libraries' own slots for both stay empty.
contract Open is ERC20, ERC20Permit, ERC20Votes {
    struct Holding {
        uint96 balance; // the supply is below 2^90
        address delegatee;
    }

    uint256 public constant SUPPLY = 1e27;

    mapping(address account => Holding) private _holdings;

    /// @param holder Receives the whole supply; the deployer need never hold any.
    constructor(address holder) ERC20("Open", "OPEN") ERC20Permit("Open") {
        _mint(holder, SUPPLY);
    }

    function totalSupply() public pure override returns (uint256) {
        return SUPPLY;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return _holdings[account].balance;
    }

    function delegates(address account) public view override returns (address) {
        return _holdings[account].delegatee;
    }

    /// @notice Votes are timed by seconds (ERC-6372), since block times differ between chains.
    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _delegate(address account, address delegatee) internal override {
        Holding storage h = _holdings[account];
        emit DelegateChanged(account, h.delegatee, delegatee);
        _moveDelegateVotes(h.delegatee, delegatee, h.balance);
        h.delegatee = delegatee;
    }

    /// Not `super._update`: that keeps balances and delegates in slots of their own.
    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        emit Transfer(from, to, value);
        // Only the constructor mints, the whole supply and once; nothing burns: both refuse the zero address before they come here.
        if (from == address(0)) {
            _holdings[to].balance = uint96(value);
            return _transferVotingUnits(from, to, value);
        }
        Holding storage sender = _holdings[from];
        (uint256 balance, address fromDelegate) = (sender.balance, sender.delegatee);
        if (value > balance) revert ERC20InsufficientBalance(from, balance, value);
        // Safe: value <= balance, and all balances together are the supply.
        unchecked {
            sender.balance = uint96(balance - value);
            Holding storage receiver = _holdings[to]; // read after the write: it may be the sender
            (uint256 received, address toDelegate) = (receiver.balance, receiver.delegatee);
            receiver.balance = uint96(received + value);
            if (fromDelegate != toDelegate) _moveDelegateVotes(fromDelegate, toDelegate, value);
        }
    }
}
