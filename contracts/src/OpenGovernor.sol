// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

/// @title OpenGovernor
/// @notice Votes of OPEN, held or staked, decide; the timelock acts. A description that ends in `#proposer=0x…` can be proposed by that account
/// only, so that nobody can take a proposal from the mempool, propose it first and cancel it.
/// @dev Times in seconds. Its own settings move inside constant bounds too.
contract OpenGovernor is
    Governor,
    GovernorSettings,
    GovernorCountingSimple,
    GovernorVotes,
    GovernorVotesQuorumFraction,
    GovernorPreventLateQuorum,
    GovernorTimelockControl
{
    error OpenGovernor_OutOfBounds(uint256 value, uint256 least, uint256 most);

    constructor(IVotes votes, TimelockController timelock_)
        Governor("OpenGovernor")
        GovernorSettings(2 days, 5 days, 1_000_000e18)
        GovernorVotes(votes)
        GovernorVotesQuorumFraction(4)
        GovernorPreventLateQuorum(2 days)
        GovernorTimelockControl(timelock_)
    {}

    function votingDelay() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.votingDelay();
    }

    function votingPeriod() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.votingPeriod();
    }

    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    function state(uint256 id) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(id);
    }

    function proposalDeadline(uint256 id) public view override(Governor, GovernorPreventLateQuorum) returns (uint256) {
        return super.proposalDeadline(id);
    }

    function proposalNeedsQueuing(uint256 id) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return super.proposalNeedsQueuing(id);
    }

    function _tallyUpdated(uint256 id) internal override(Governor, GovernorPreventLateQuorum) {
        super._tallyUpdated(id);
    }

    function _queueOperations(
        uint256 id,
        address[] memory to,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(id, to, values, data, hash);
    }

    function _executeOperations(
        uint256 id,
        address[] memory to,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(id, to, values, data, hash);
    }

    function _cancel(address[] memory to, uint256[] memory values, bytes[] memory data, bytes32 hash)
        internal
        override(Governor, GovernorTimelockControl)
        returns (uint256)
    {
        return super._cancel(to, values, data, hash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }

    // --- bounds ---

    function _setVotingDelay(uint48 seconds_) internal override {
        _bound(seconds_, 1 days, 7 days);
        super._setVotingDelay(seconds_);
    }

    function _setVotingPeriod(uint32 seconds_) internal override {
        _bound(seconds_, 3 days, 14 days);
        super._setVotingPeriod(seconds_);
    }

    /// 0.001 % to 1 % of the supply.
    function _setProposalThreshold(uint256 votes) internal override {
        _bound(votes, 10_000e18, 10_000_000e18);
        super._setProposalThreshold(votes);
    }

    /// In percent of the supply.
    function _updateQuorumNumerator(uint256 percent) internal override {
        _bound(percent, 1, 20);
        super._updateQuorumNumerator(percent);
    }

    function _setLateQuorumVoteExtension(uint48 seconds_) internal override {
        _bound(seconds_, 1 days, 3 days);
        super._setLateQuorumVoteExtension(seconds_);
    }

    function _bound(uint256 value, uint256 least, uint256 most) private pure {
        if (value < least || value > most) revert OpenGovernor_OutOfBounds(value, least, most);
    }
}
