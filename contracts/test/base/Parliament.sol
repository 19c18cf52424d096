// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Open} from "../../src/Open.sol";
import {OpenGovernor} from "../../src/OpenGovernor.sol";
import {Registry} from "../../src/Registry.sol";
import {Staking} from "../../src/Staking.sol";
import {Timelock} from "../../src/Timelock.sol";
import {VotePower} from "../../src/VotePower.sol";
import {TestBase} from "./TestBase.sol";

/// A governor over a registry and a staking contract. VOTER has 5 % of the votes, PROPOSER just the threshold.
abstract contract Parliament is TestBase {
    address internal constant VOTER = address(0x707E);
    address internal constant PROPOSER = address(0x9809);
    uint256 internal constant START = 1_700_000_000;

    Open internal open;
    Registry internal registry;
    Staking internal staking;
    VotePower internal power;
    Timelock internal timelock;
    OpenGovernor internal governor;

    function setUp() public virtual {
        vm.warp(START);
        open = new Open(address(this));
        address governorAt = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 4);
        timelock = new Timelock(governorAt);
        registry = new Registry(500, 0, "", address(timelock));
        staking = new Staking(open, registry, address(1), open, address(0), address(2), address(timelock));
        power = new VotePower(open, staking);
        governor = new OpenGovernor(IVotes(address(power)), timelock);
        require(address(governor) == governorAt, "the governor's address");
        _give(VOTER, 5e25);
        _give(PROPOSER, 1e24);
        _wait(1);
    }

    function _give(address who, uint256 amount) internal {
        open.transfer(who, amount);
        vm.prank(who);
        open.delegate(who);
    }

    function _wait(uint256 seconds_) internal {
        vm.warp(block.timestamp + seconds_);
    }

    struct Action {
        address[] to;
        uint256[] values;
        bytes[] data;
    }

    function _action(address to, bytes memory data) internal pure returns (Action memory a) {
        (a.to, a.values, a.data) = (new address[](1), new uint256[](1), new bytes[](1));
        (a.to[0], a.data[0]) = (to, data);
    }

    function _propose(Action memory a) internal returns (uint256) {
        vm.prank(PROPOSER);
        return governor.propose(a.to, a.values, a.data, "why");
    }

    function _vote(uint256 id) internal {
        vm.prank(VOTER);
        governor.castVote(id, 1);
    }

    /// Proposes, votes and queues; the timelock's delay is over.
    function _ready(Action memory a) internal {
        uint256 id = _propose(a);
        _wait(2 days + 1);
        _vote(id);
        _wait(5 days);
        governor.queue(a.to, a.values, a.data, keccak256("why"));
        _wait(2 days);
    }

    function _execute(Action memory a) internal {
        governor.execute(a.to, a.values, a.data, keccak256("why"));
    }
}
